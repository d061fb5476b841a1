-- Asks for the pages of a list in turn, each with the cookie of its own user; a line is "path<tab>cookie".
local requests, place = {}, 0

function init()
  for line in io.lines(os.getenv("RETTID_REQUESTS")) do
    local path, cookie = line:match("([^\t]+)\t(.*)")
    requests[#requests + 1] = wrk.format("GET", path, { ["Cookie"] = cookie })
  end
end

function request()
  place = place % #requests + 1
  return requests[place]
end

function done(summary, latency)
  io.write(string.format("RESULT %.1f %d %.0f %.0f %.0f %.0f\n",
    summary.requests / (summary.duration / 1e6),
    summary.errors.status + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50), latency:percentile(95), latency:percentile(99), latency.max))
end
