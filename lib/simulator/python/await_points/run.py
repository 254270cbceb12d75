"""One run: from a scenario to its trace."""

from __future__ import annotations

import gc
import hashlib
import importlib
import json
import os
import random
import sys
from collections.abc import Callable
from concurrent.futures import thread as thread_pools
from types import CodeType, FrameType
from typing import Any

import asgiref
import django

from . import event_loop, holding, locks, network
from .asgi_server import AsgiServer
from .chains import Classifier
from .client_driver import ClientDriver, ScriptDriver
from .cost import COST, LIMITS, Limits
from .errors import class_name, describe, message_of
from .exchange import Exchange
from .hops import Hops
from .kernel import scheduler
from .layers import Layers
from .monitor import Monitor
from .output import Output
from .project import (
    LearnerFolders,
    LearnerModules,
    configure,
    installed_paths,
    middleware_paths,
    sources_of,
    url_module,
    watch_queries,
)
from .replacements import entropy
from .sandbox import keep_stacks_unwalked
from .tasks import TaskTracer
from .threads import ThreadTracer
from .trace import Recorder
from .wsgi_server import WsgiServer


def run(scenario_json: str) -> str:
    """Runs a scenario and returns its trace as JSON."""
    scenario = json.loads(scenario_json)
    return Run(scenario, LIMITS.for_requests(len(scenario["requests"]))).trace()


_collect = gc.collect  # learner code gets one that does nothing
# Learner code may replace those of the module.
_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_compact_and_sorted = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), sort_keys=True
).encode
_DEEP = 1_000  # calls inside each other; Python's own limit, unless learner code raised it


class Run:
    """A scenario's run. With another `start_up` it runs another program (see tests/suites)."""

    def __init__(self, scenario: dict[str, Any], limits: Limits) -> None:
        self.scenario = scenario
        self.seed = int(scenario.get("seed", 0))
        self.mode = scenario.get("mode", "asgi")
        self.linger = round(scenario.get("linger", 0) * 1_000_000)
        self.recorder = Recorder(limits)
        self.monitor = Monitor()
        self.classifier = Classifier()
        self.hops = Hops(self.recorder, self.monitor, self.classifier)
        self.output = Output(self.recorder, lambda: self._limit("output", "too much output"))
        self.exchanges: list[Exchange] = []
        self.outcome: dict[str, Any] | None = None
        self.lines = 0
        self._serving: Callable[[], None] | None = None

    def trace(self) -> str:
        """Runs, and builds the trace."""
        self.execute()
        return self._build()

    def execute(self) -> None:
        """Runs to the end, whatever that is."""
        self._connect()
        gc.disable()
        self.monitor.begin()
        keep_stacks_unwalked()
        scheduler.supervise(self._main)
        if not scheduler.suspended:
            _collect()  # what only the collector frees may still have a warning to give
        self.monitor.end()

    # --- set-up ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        recorder = self.recorder
        entropy.restart()
        if self.seed:
            scheduler.shuffle = random.Random(self.seed).randrange
        threads = ThreadTracer(
            recorder, lambda: self._limit("threads", "more threads than the simulator allows")
        )
        recorder.exceeded = lambda: self._limit("events", "more happened than a trace can hold")
        recorder.thread_row(scheduler.main, "main", "main", None)
        scheduler.outside.row = scheduler.main.row
        locks.starter.started = threads.started
        locks.observe(threads)
        holding.hold = threads.hold
        event_loop.observe(
            TaskTracer(
                recorder,
                self.classifier,
                self.hops,
                lambda: self._limit("tasks", "more tasks than the simulator allows"),
                lambda: self._limit("events", "the loop never ran out of callbacks"),
            )
        )
        scheduler.switch_interval = COST.switch_interval
        scheduler.jumped = self._jumped
        scheduler.stuck = self._stuck
        scheduler.overrun = lambda: self._limit("virtual-time", "the run never came to an end")
        self.monitor.line = self._line
        self.monitor.branch = self._branch
        self.monitor.raised = self._raised
        self.output.install()
        network.install(self.classifier, COST.network)
        os._exit = self._exit  # type: ignore[assignment]
        os.abort = self._abort  # type: ignore[assignment]
        injected = {"log": self.output.log, "burn": self._burn}
        sources = sources_of(self.scenario)
        sys.meta_path.insert(0, LearnerModules(sources, self.monitor, injected))
        sys.meta_path.append(LearnerFolders(sources))

    def _main(self) -> None:
        try:
            serve = self.start_up()
        except (SystemExit, KeyboardInterrupt) as error:
            self._exited(error)
            return
        except BaseException as error:
            self.outcome = {"kind": "startup-error", "error": describe(error)}
            return
        try:
            scheduler.free = False
            self._serving = serve  # as long as the server lives, so does what the handler holds
            serve()
            self.output.flush()
            _release_workers()
        except BaseException as error:
            self._exited(error)

    def start_up(self) -> Callable[[], None]:
        """Configures Django and builds the handler; returns what serves the requests."""
        scenario = self.scenario
        configure(scenario, middleware_paths(scenario))
        self.output.install_logging()
        watch_queries(holding.hold, COST.query)
        if "setup" in scenario:
            importlib.import_module("scn_setup")
        Layers(self.recorder, self.monitor, installed_paths())
        if "urls" in scenario:
            importlib.import_module("scn_urls")
        elif self.mode != "script" or "view" in scenario or "view_entry" in scenario:
            url_module(scenario.get("view_entry"))
        build = {
            "asgi": self._asgi,
            "wsgi": self._wsgi,
            "async_client": self._client,
            "script": self._script,
        }
        return build[self.mode]()

    def _exchanges(self) -> list[Exchange]:
        self.exchanges = [Exchange(row, self.recorder) for row in self.scenario["requests"]]
        latest = max((exchange.arrival for exchange in self.exchanges), default=scheduler.now)
        scheduler.limit = latest + self.linger + LIMITS.virtual_time
        return self.exchanges

    def _loop_thread(self, loop: Any) -> None:
        self.output.server_loop = loop
        self.recorder.thread_row(scheduler.main, "loop", "loop", None)
        scheduler.outside.row = scheduler.main.row

    def _asgi(self) -> Callable[[], None]:
        from django.core.handlers.asgi import ASGIHandler

        server = AsgiServer(ASGIHandler(), self._exchanges(), self.linger, self.classifier)
        self._loop_thread(server.loop)
        return server.serve

    def _wsgi(self) -> Callable[[], None]:
        from django.core.handlers.wsgi import WSGIHandler

        threads = int(self.scenario.get("wsgi_threads", 1))
        return WsgiServer(WSGIHandler(), self._exchanges(), threads, self.linger).serve

    def _client(self) -> Callable[[], None]:
        from django.test import AsyncClient

        raising = self.scenario.get("raise_request_exception", True)
        client = AsyncClient(raise_request_exception=raising)
        client.handler.load_middleware(is_async=True)
        driver = ClientDriver(client, self._exchanges(), self.linger)
        self._loop_thread(driver.loop)
        return driver.serve

    def _script(self) -> Callable[[], None]:
        self._exchanges()
        driver = ScriptDriver(self.linger)
        self._loop_thread(driver.loop)
        return driver.serve

    # --- while it runs --------------------------------------------------------------------------

    def _line(self, code: CodeType, line: int) -> None:
        self.lines += 1
        if self.lines > LIMITS.lines:
            self._too_long(code, line)
        if not scheduler.free:
            scheduler.charge(COST.line)
            self.recorder.executed(code, line)

    def _branch(self, code: CodeType, offset: int) -> None:
        self.lines += 1
        if self.lines > LIMITS.lines:
            line = next(
                (row for start, end, row in code.co_lines() if start <= offset < end and row),
                code.co_firstlineno,
            )
            self._too_long(code, line)

    def _too_long(self, code: CodeType, line: int) -> None:
        frame = self.recorder.frame_id(code, line)
        if _is_deep(sys._getframe()):
            self._limit("recursion", "stopped in calls inside each other without an end", frame)
        self._limit(
            "lines",
            f"stopped after {LIMITS.lines:,} executed lines: is this a loop without an end?",
            frame,
        )

    def _raised(self, frame: Any, error: BaseException) -> None:
        """An error reaches a frame of learner code; told once, where it first does."""
        if isinstance(error, (GeneratorExit, StopIteration, StopAsyncIteration)):
            return
        deeper = error.__traceback__.tb_next if error.__traceback__ else None
        while deeper is not None:
            if self.monitor.is_learner(deeper.tb_frame.f_code):
                return
            deeper = deeper.tb_next
        self.recorder.here("exception", frame, type=class_name(error), message=message_of(error))

    def _jumped(self, before: int, after: int) -> None:
        self.recorder.emit("clock-jump", request=None, thread=scheduler.outside, **{"from": before})

    def _burn(self, milliseconds: float) -> None:
        """Modelled computation: holds the thread for so many milliseconds of virtual time."""
        released = holding.hold("cpu", f"burn({milliseconds:g})")
        scheduler.burn(round(milliseconds * 1_000))
        released()

    # --- ends -----------------------------------------------------------------------------------

    def _limit(self, limit: str, message: str, frame: int | None = None) -> None:
        if frame is None:
            frame, _ = self.recorder.place(sys._getframe(1))
        self.recorder.truncated = True
        self.outcome = {"kind": "limit", "limit": limit, "message": message, "frame": frame}
        scheduler.finish()

    def _exit(self, status: int = 0) -> None:
        self._end_process(f"os._exit({status})")

    def _abort(self) -> None:
        self._end_process("os.abort()")

    def _end_process(self, call: str) -> None:
        frame, _ = self.recorder.place(sys._getframe(2))
        self.outcome = {"kind": "exit", "message": f"{call} ended the process", "frame": frame}
        scheduler.finish()

    def _exited(self, error: BaseException) -> None:
        """The server itself ended in an error."""
        cause = error.__context__
        if isinstance(cause, (SystemExit, KeyboardInterrupt)):
            error = cause  # what else was raised came of it, while the loop was closed
        frame: int | None = None
        traceback = error.__traceback__
        while traceback is not None:
            code = traceback.tb_frame.f_code
            if code.co_filename.startswith("/learner/"):
                frame = self.recorder.frame_id(code, traceback.tb_lineno)
            traceback = traceback.tb_next
        if isinstance(error, MemoryError):
            message = "no memory was left for the server itself"
            self.outcome = {"kind": "limit", "limit": "memory", "message": message, "frame": frame}
            return
        name, text = class_name(error), message_of(error)
        said = f"{name}: {text}" if text else name
        self.outcome = {"kind": "exit", "message": f"{said} ended the server", "frame": frame}

    def _stuck(self) -> None:
        """Nothing can run and no timer is set."""
        waiting = []
        unfinished = {exchange.id for exchange in self.exchanges if not exchange.finished}
        last: dict[int, dict[str, Any]] = {}
        held: dict[int, dict[str, Any]] = {}
        for event in map(json.loads, self.recorder.events):
            if event["kind"] == "suspend":
                last[event["task"]] = event
            elif event["kind"] in ("wake", "task-end"):
                last.pop(event["task"], None)
            elif event["kind"] == "block-begin":
                held[event["thread"]] = event
            elif event["kind"] == "block-end":
                held.pop(event["thread"], None)
        learner = {row["id"] for row in self.recorder.frames if row["origin"] == "learner"}
        for event in [*last.values(), *held.values()]:
            if event["frame"] in learner:
                waiting.append(
                    {"request": event["request"], "what": event["what"], "frame": event["frame"]}
                )
        names = ", ".join(sorted(unfinished)) or "the program"
        self.outcome = {
            "kind": "deadlock",
            "message": f"Nothing can run any more, and {names} never finished.",
            "waiting": waiting,
        }

    # --- the trace ------------------------------------------------------------------------------

    def _build(self) -> str:
        recorder = self.recorder
        canonical = _compact_and_sorted(self.scenario)
        tables = {
            "schema": 1,
            "scenario": {
                "id": self.scenario["id"],
                "hash": hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest(),
            },
            "files": [
                {"path": path, "source": source}
                for path, source in sources_of(self.scenario).items()
            ],
            "versions": {
                "python": ".".join(str(part) for part in sys.version_info[:3]),
                "django": django.get_version(),
                "asgiref": asgiref.__version__,
                "pyodide": _PYODIDE,
            },
            "server": self.mode,
            "seed": self.seed,
            "cost": {
                "line": COST.line,
                "hop": COST.hop,
                "query": COST.query,
                "switchInterval": COST.switch_interval,
            },
            "duration": scheduler.now,
            "truncated": recorder.truncated or recorder.dropped > 0,
            "dropped": recorder.dropped,
            "outcome": self.outcome or {"kind": "finished"},
            "unmodelled": recorder.unmodelled,
            "requests": [exchange.row() for exchange in self.exchanges],
            "layers": recorder.layers,
            "tasks": recorder.tasks,
            "threads": recorder.threads,
            "frames": recorder.frames,
            "stacks": recorder.stacks,
        }
        events = ",".join(recorder.events)
        return f'{_compact(tables)[:-1]},"events":[{events}],"lines":{_compact(recorder.lines)}}}'


def _is_deep(frame: FrameType | None) -> bool:
    depth = 0
    while frame is not None and depth < _DEEP:
        frame = frame.f_back
        depth += 1
    return frame is not None


def _release_workers() -> None:
    """Ends the idle threads of executors, as the interpreter does at its exit."""
    for queue in list(thread_pools._threads_queues.values()):
        queue.put(None)
    scheduler.run_others()


def _pyodide_version() -> str:
    try:
        import pyodide
    except ImportError:
        return "none"
    return str(pyodide.__version__)


_PYODIDE = _pyodide_version()  # read while Pyodide's modules can still be imported
