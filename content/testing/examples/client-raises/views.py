from django.http import HttpResponse


async def report(request):
    if request.path == "/broken":
        raise ValueError("no such month")
    return HttpResponse("report")
