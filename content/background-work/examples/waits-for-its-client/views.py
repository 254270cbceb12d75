from django.http import HttpResponse


async def order(request):
    return HttpResponse("ordered")
