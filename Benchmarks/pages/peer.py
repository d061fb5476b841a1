"""A service's own script, as the peer of the pages: the same rows from SQLite, as a table in HTML.

Generous to itself: duties stand in a table ready to be read, nothing is sealed, checked or worked out, and no texts are
looked up. Like ours it writes who has read what, and waits for the disk, before it answers.
"""
import html, http.server, random, sqlite3, sys, threading

PATH, CASES, PER_SERVICE, WORKERS = sys.argv[1], int(sys.argv[2]), 500, 8
local = threading.local()


def connect():
    if not hasattr(local, "db"):
        local.db = sqlite3.connect(PATH, isolation_level=None, timeout=10)
        local.db.execute("PRAGMA synchronous = FULL")
    return local.db


def fill():
    db, chance = connect(), random.Random(1)
    db.executescript("""PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 4000;
        CREATE TABLE duty(service, worker, kase, child, rule, day, state);
        CREATE TABLE entry(kase, number, day, who, what, text);
        CREATE TABLE reading(who, what, at); BEGIN;""")
    text = "Barnet ble møtt hjemme, og fortalte om skolen og om hva det selv ønsker seg. "
    for case in range(CASES):
        service, worker = case // PER_SERVICE, chance.randrange(WORKERS)
        child = f"Barn {case:05}"
        db.executemany("INSERT INTO duty VALUES (?, ?, ?, ?, ?, ?, ?)", [
            (service, worker, case, child, f"D{n:02}", chance.randrange(-30, 180), chance.randrange(3)) for n in range(3)])
        db.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)", [
            (case, n, n * 20, f"Ansatt {worker}", f"hendelse {n}", text * 3) for n in range(40)])
    db.executescript("CREATE INDEX a ON duty(service, worker, day); CREATE INDEX b ON duty(service, day);"
                     "CREATE INDEX c ON duty(kase); CREATE INDEX d ON entry(kase, number);")


def table(rows):
    return "<table>" + "".join(
        "<tr>" + "".join(f"<td>{html.escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows) + "</table>"


def page(path):
    db = connect()
    kind, *numbers = path.strip("/").split("/")
    numbers = list(map(int, numbers))
    db.execute("INSERT INTO reading VALUES (?, ?, datetime())", (numbers[0], path))
    if kind == "day":
        parts = [db.execute("SELECT * FROM duty WHERE service = ? AND worker = ? ORDER BY day LIMIT 50", numbers)]
    elif kind == "board":
        parts = [
            db.execute("SELECT worker, count(DISTINCT kase), count(*) FROM duty WHERE service = ? GROUP BY worker", numbers),
            db.execute("SELECT * FROM duty WHERE service = ? AND day < 0 ORDER BY day LIMIT 50", numbers),
            db.execute("SELECT * FROM duty WHERE service = ? AND day BETWEEN 0 AND 14 ORDER BY day LIMIT 50", numbers)]
    else:
        parts = [db.execute("SELECT * FROM duty WHERE kase = ? ORDER BY day", numbers),
                 db.execute("SELECT * FROM entry WHERE kase = ? ORDER BY number DESC", numbers)]
    return "<!doctype html><title>Rows</title>" + "".join(table(rows) for rows in parts)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self):
        body = page(self.path).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


fill()
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(f"peer listens on http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
