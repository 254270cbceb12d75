"""A table, and a database that takes 100 ms for each query."""

import time

from django.db import models


class Tenant(models.Model):
    name = models.CharField(max_length=20)

    class Meta:
        app_label = "shop"


class Flag(models.Model):
    name = models.CharField(max_length=20)

    class Meta:
        app_label = "shop"


def slow(execute, sql, params, many, context):
    time.sleep(0.1)
    return execute(sql, params, many, context)


def slow_down(sender, connection, **keywords):
    connection.execute_wrappers.append(slow)
