"""Imported at start-up, as `AppConfig.ready` would."""

from django.core.signals import request_started
from django.dispatch import receiver


@receiver(request_started)
def note(sender, **kwargs):
    print("request_started")
