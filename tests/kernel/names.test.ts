/** The names that the full editor knows are held against the Python and the Django that run in the page. */
import { expect, test } from 'vitest';
import names from '@/content/names.json';
import { outputOf, scenario, traceOf } from './scenarios';

/** Says of each name whether it exists where the list says, and how it is called; null where it is not called. */
const ASK = `import importlib
import inspect
import json
import sys

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

OBJECTS = {
    "await_points": sys.modules[__name__],
    "django.conf.settings": settings,
    "django.core.cache.cache": cache,
    "django.http.HttpRequest": HttpRequest(),
    "django.http.HttpResponse": HttpResponse(),
    "django.http.StreamingHttpResponse": StreamingHttpResponse([]),
}


class Unsaid:
    """A default that has no way to be written."""

    def __repr__(self):
        return "..."


def plain(parameter):
    given = parameter.default
    unsaid = given is not parameter.empty and repr(given).startswith("<")
    return parameter.replace(annotation=parameter.empty, default=Unsaid() if unsaid else given)


def called(found):
    if not callable(found):
        return None
    try:
        signature = inspect.signature(found)
    except ValueError:
        return None
    return str(inspect.Signature([plain(each) for each in signature.parameters.values()]))


def ask(place, name):
    owner = OBJECTS.get(place) or importlib.import_module(place)
    # Some attributes of a request read its body when they are asked for.
    if isinstance(inspect.getattr_static(type(owner), name, None), property):
        return {"exists": True, "signature": None}
    exists = hasattr(owner, name)
    return {"exists": exists, "signature": called(getattr(owner, name)) if exists else None}


def view(request):
    for place, name in json.loads(NAMES):
        log(json.dumps(ask(place, name)))
    return HttpResponse("ok")
`;

test('every name that the editor completes exists, and is called as it says', async () => {
  const asked = JSON.stringify(names.map((entry) => [entry.in, entry.name]));
  const view = ASK.replace('NAMES)', `${JSON.stringify(asked)})`);
  const said = outputOf(await traceOf(scenario('', { layers: [], view }))).map((line) => JSON.parse(line));
  const found = names.map((entry, index) => ({ ...entry, ...said[index] }));
  expect(found).toEqual(names.map((entry) => ({ signature: null, ...entry, exists: true })));
});
