from django.http import HttpResponse


async def greet(request):
    print(f"view: {request.name}")
    return HttpResponse(f"hello {request.name}")
