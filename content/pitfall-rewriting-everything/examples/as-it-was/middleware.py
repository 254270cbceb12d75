"""The layers as they were: three sync ones, side by side."""

from work import check_quota, find_tenant, record_usage, write_audit


def tenant(get_response):
    def middleware(request):
        find_tenant()
        return get_response(request)

    return middleware


def quota(get_response):
    def middleware(request):
        check_quota()
        response = get_response(request)
        record_usage()
        return response

    return middleware


def audit(get_response):
    def middleware(request):
        response = get_response(request)
        write_audit()
        return response

    return middleware
