"""Two layers that add to the context of a template, one in a sync hook and one in an async one."""

from asgiref.sync import markcoroutinefunction


class Layer:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        response = await self.get_response(request)
        print(f"{type(self).__name__} out, rendered: {response.is_rendered}")
        return response


class Brand(Layer):
    def process_template_response(self, request, response):
        print("Brand hook")
        response.context_data["name"] += " of Acme"
        return response


class Customer(Layer):
    async def process_template_response(self, request, response):
        print("Customer hook")
        response.context_data["name"] += "Ann"
        return response
