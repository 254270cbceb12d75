"""Three async layers with an exception hook each. All three hooks are sync."""

from asgiref.sync import markcoroutinefunction
from django.http import JsonResponse


class Layer:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        response = await self.get_response(request)
        print(f"{type(self).__name__} out, {response.status_code}")
        return response


class Answer(Layer):
    def process_exception(self, request, exception):
        print(f"Answer: {exception}")
        return JsonResponse({"error": str(exception)}, status=409)


class Count(Layer):
    def process_exception(self, request, exception):
        print(f"Count: {exception}")


class Report(Layer):
    async def __call__(self, request):
        if request.path == "/blocked":
            raise PermissionError("raised in a layer")
        response = await self.get_response(request)
        print(f"Report out, {response.status_code}")
        return response

    def process_exception(self, request, exception):
        print(f"Report: {exception}")
