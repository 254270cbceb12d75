from django.db import models


class Message(models.Model):
    class Meta:
        app_label = "shop"
