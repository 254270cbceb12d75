from django.http import HttpResponse


async def page(request):
    print("view")
    return HttpResponse("page")
