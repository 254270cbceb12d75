from django.http import HttpResponse


async def show(request):
    return HttpResponse(request.path)
