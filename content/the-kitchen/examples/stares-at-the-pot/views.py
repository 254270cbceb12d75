from django.http import HttpResponse


async def menu(request):
    return HttpResponse("menu")
