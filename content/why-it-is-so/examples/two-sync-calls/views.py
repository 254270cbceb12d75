from django.http import HttpResponse


async def page(request):
    return HttpResponse("page")
