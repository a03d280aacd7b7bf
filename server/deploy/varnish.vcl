# A shared cache before whatever balances the load. What may be kept, and how long, is what the servers say.
vcl 4.1;

backend default {
  .host = "nginx";
  .port = "80";
  .first_byte_timeout = 30s;
}

sub vcl_recv {
  # What only the operators are to see, on the servers themselves.
  if (req.url ~ "^/metrics") {
    return (synth(404));
  }
  # Those of other programs under the same name; no answer depends on them.
  unset req.http.cookie;
}

sub vcl_backend_response {
  # No longer than that without asking, and what is kept is then asked for by its ETag.
  set beresp.grace = 0s;
  set beresp.keep = 1d;
  if (beresp.was_304) {
    set beresp.http.x-cache = "REVALIDATED";
  } else {
    unset beresp.http.x-cache;
  }
}

sub vcl_deliver {
  if (obj.hits > 0) {
    set resp.http.x-cache = "HIT";
  } elseif (!resp.http.x-cache) {
    set resp.http.x-cache = "MISS";
  }
}
