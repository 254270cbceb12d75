"""Forms, JSON and query strings reach a view in both forms."""

import json

from django.http import HttpResponse, JsonResponse
from django.urls import path

SCENARIO = {
    "layers": [],
    "requests": [
        {
            "id": "A",
            "path": "/form?page=2&tag=a&tag=b",
            "method": "POST",
            "body": "name=Ann&city=K%C3%B6ln",
            "headers": {"Content-Type": "application/x-www-form-urlencoded"},
        },
        {
            "id": "B",
            "path": "/json",
            "method": "PUT",
            "body": '{"n": 1}',
            "headers": {"Content-Type": "application/json"},
            "at": 0.1,
        },
    ],
    "server": "uvicorn",
}


async def form(request):
    log(f"{request.POST.dict()} {request.GET.getlist('tag')} {request.GET['page']}")
    return HttpResponse(request.POST["city"])


def from_json(request):
    content = json.loads(request.body)
    log(content)
    return JsonResponse({"n": content["n"] + 1})


urlpatterns = [path("form", form), path("json", from_json)]
