from django.http import HttpResponse


def report(request):
    print("view")
    return HttpResponse(f"report for {request.tenant}")
