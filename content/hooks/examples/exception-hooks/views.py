from django.http import HttpResponse


async def order(request):
    if request.path == "/sold-out":
        raise ValueError("sold out")
    return HttpResponse("ordered")
