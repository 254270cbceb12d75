"""A receiver of one of Django's signals. A project imports this in `AppConfig.ready`."""

from django.core.signals import request_started
from django.dispatch import receiver


@receiver(request_started)
def note(sender, **kwargs):
    print("request_started")
