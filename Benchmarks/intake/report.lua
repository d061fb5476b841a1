-- A new report of concern with every request: a public report with one child and a text of ordinary length.
local thread_count = 0
function setup(thread)
  thread:set("number", thread_count)
  thread_count = thread_count + 1
end

local sentence = "Barnet kommer ofte for sent og uten mat, og forteller at det har vært alene hjemme om kvelden. "
local counter = 0
local run = os.getenv("RETTID_RUN") or "0"

function request()
  counter = counter + 1
  local id = string.format("bench-%s-%d-%d", run, number, counter)
  local body = '{"kommunenummer":"1505","kommunenavn":"Kristiansund","bydelsnummer":"00","bydelsnavn":"",'
    .. '"offentligMelder":{"personnavn":"Kari Prøve","rolle":"Lærer","telefonnummer":"99999999","epost":"kari@skole.no",'
    .. '"virksomhet":{"navn":"Prøveskolen","orgnr":"999999999","adresse":{"adresselinje1":"Prøveveien 1"}}},'
    .. '"offentligBarn":[{"fnr":"","ufoedt":false,"personnavn":"Barn ' .. run .. '","orientert":true,'
    .. '"adresse":{"adresselinje1":"Prøveveien 2","postnummer":"6500","poststed":"Kristiansund"}}],'
    .. '"foresatte":[{"personnavn":"Ola Prøve","orientert":false,"orientertGrunn":"Vi ville spørre dere først."}],'
    .. '"melding":{"melding":"' .. string.rep(sentence, 10) .. '","historie":"' .. sentence .. '"},'
    .. '"sendingstidspunkt":"2026-11-20T10:00:00","leveringskanal":"Prøve"}'
  return wrk.format("POST", "/api/concerns/offentlig.v1", {
    ["Authorization"] = "Bearer benchmark",
    ["Bekymringsmelding-Id"] = id,
    ["Content-Type"] = "application/json",
  }, body)
end

local bad = 0
function response(status)
  if status ~= 201 then bad = bad + 1 end
end

function done(summary, latency, requests)
  io.write(string.format("RESULT %.1f %d %.0f %.0f %.0f\n",
    summary.requests / (summary.duration / 1e6), summary.errors.status + summary.errors.read + summary.errors.timeout,
    latency:percentile(50), latency:percentile(99), latency.max))
end
