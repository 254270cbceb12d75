"""Runs the published test suites of asgiref and Django and reports an outcome per test id.

The same code runs them natively (`python -m suites JOB`) and in the browser (`in_browser`).
"""
