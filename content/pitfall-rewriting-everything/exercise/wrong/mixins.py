# Looks right: the form Django itself uses. But over an async view each hook is a hop.
from django.utils.deprecation import MiddlewareMixin
from work import check_quota, close_audit, find_tenant, leave_tenant, open_audit, record_usage


class Tenant(MiddlewareMixin):
    def process_request(self, request):
        find_tenant()

    def process_response(self, request, response):
        leave_tenant()
        return response


class Quota(MiddlewareMixin):
    def process_request(self, request):
        check_quota()

    def process_response(self, request, response):
        record_usage()
        return response


class Audit(MiddlewareMixin):
    def process_request(self, request):
        open_audit()

    def process_response(self, request, response):
        close_audit()
        return response
