from django.http import HttpResponse


async def shop(request):
    return HttpResponse("shop")
