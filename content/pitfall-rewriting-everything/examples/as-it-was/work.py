"""What the layers really do: short work, and all of it sync."""

import time


def find_tenant():
    print("tenant found")
    time.sleep(0.05)


def check_quota():
    print("quota checked")
    time.sleep(0.05)


def write_audit():
    print("audit written")
    time.sleep(0.05)


def record_usage():
    print("usage recorded")
    time.sleep(0.05)
