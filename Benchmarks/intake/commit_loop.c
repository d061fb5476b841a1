/* Two peers in C, write-ahead log, synchronous=FULL:
 *   single  SQLite alone, one row of a report's size in each commit
 *   rows    the rows that a report of concern leaves in the store, of the same sizes, in each commit: what is left for
 *           the server's own work is the distance to this one
 * Prints commits per second, and before it fdatasync calls per second on the same disk as a baseline of its own. */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static sqlite3 *db;
static char bytes[8192];

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void check(int code) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
        fprintf(stderr, "%s\n", sqlite3_errmsg(db));
        exit(70);
    }
}

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement;
    check(sqlite3_prepare_v2(db, sql, -1, &statement, 0));
    return statement;
}

/* Binds by a letter for each argument: i number, t text, b (pointer, size) bytes; then steps once. */
static void run(sqlite3_stmt *statement, const char *kinds, ...) {
    __builtin_va_list arguments;
    __builtin_va_start(arguments, kinds);
    for (int i = 0; kinds[i]; i++) {
        if (kinds[i] == 'i') sqlite3_bind_int64(statement, i + 1, __builtin_va_arg(arguments, long));
        if (kinds[i] == 't') sqlite3_bind_text(statement, i + 1, __builtin_va_arg(arguments, char *), -1, SQLITE_STATIC);
        if (kinds[i] == 'b') {
            void *start = __builtin_va_arg(arguments, void *);
            sqlite3_bind_blob(statement, i + 1, start, __builtin_va_arg(arguments, int), SQLITE_STATIC);
        }
    }
    __builtin_va_end(arguments);
    check(sqlite3_step(statement));
    sqlite3_reset(statement);
}

/* The tables as an empty store of the program has them; the first argument is such a store, the file a copy of it. */
static double all_rows(double seconds, int size) {
    sqlite3_stmt *begin = prepare("BEGIN IMMEDIATE"), *commit = prepare("COMMIT"),
        *known = prepare("SELECT 1 FROM command WHERE unit = ? AND actor = ? AND key = ?"),
        *key = prepare("INSERT INTO key VALUES (?, ?, ?, ?, ?, ?)"),
        *raw = prepare("INSERT INTO raw VALUES (?, ?, ?, ?, ?, ?, ?)"),
        *entry = prepare("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        *command = prepare("INSERT INTO command VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        *outbox = prepare("INSERT INTO outbox(unit, id, destination, keyId, nonce, payload, createdAt, attempts, "
                          "notBefore) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        *head = prepare("UPDATE unit_head SET sequence = ?, hash = ?, recordedAt = ?, lastKey = ? "
                        "WHERE unit = ? AND strand = ''");
    check(sqlite3_exec(db, "INSERT OR REPLACE INTO unit_head VALUES ('peer', '', 0, zeroblob(32), 0, 0)", 0, 0, 0));
    double start = now();
    long commits = 0;
    while (now() - start < seconds) {
        long time = (long)(now() * 1e6), number = ++commits;
        unsigned char id[16];
        char name[40];
        for (int i = 0; i < 6; i++) id[i] = time >> (40 - 8 * i);
        for (int i = 6; i < 16; i++) id[i] = rand();
        snprintf(name, sizeof name, "id:bench-%ld", number);
        run(begin, "");
        run(known, "ttt", "mottak", "sender:bench", name);
        run(key, "tibiib", "peer", number, id, 16, 1L, 1L, bytes, 60);
        run(raw, "tbiibbb", "mottak", id, 16, time, 1L, bytes, 60, bytes, 12, bytes, size);
        run(entry, "tibiitibbb", "peer", number, id, 16, 1L, time, "sender:bench", number, bytes, 12, bytes,
            size * 9 / 10, bytes, 32);
        run(command, "tttbitii", "mottak", "sender:bench", name, bytes, 32, 201L, "peer", number, time);
        run(outbox, "tbtibbiii", "peer", id, 16, "sender:bench", 1L, bytes, 12, bytes, 150, time, 0L, time);
        run(head, "ibiit", number, bytes, 32, time, number, "peer");
        run(commit, "");
    }
    return commits / (now() - start);
}

static double single_row(double seconds, int size) {
    check(sqlite3_exec(db, "CREATE TABLE report(id INTEGER PRIMARY KEY, body BLOB) STRICT", 0, 0, 0));
    sqlite3_stmt *insert = prepare("INSERT INTO report(body) VALUES (?)");
    double start = now();
    long commits = 0;
    while (now() - start < seconds) {
        run(insert, "b", bytes, size);
        commits++;
    }
    return commits / (now() - start);
}

int main(int argc, char **argv) {
    if (argc != 5 || (strcmp(argv[1], "single") && strcmp(argv[1], "rows"))) {
        fprintf(stderr, "usage: commit_loop single|rows FOLDER SECONDS BYTES\n"
                        "rows needs an empty store of the program as FOLDER/peer.sqlite\n");
        return 2;
    }
    double seconds = atof(argv[3]);
    int size = atoi(argv[4]);
    if (size < 0 || size > (int)sizeof bytes) return 2;
    char path[4096];
    memset(bytes, 'x', sizeof bytes);

    snprintf(path, sizeof path, "%s/sync", argv[2]);
    int file = open(path, O_CREAT | O_RDWR, 0600);
    long syncs = 0;
    double start = now();
    while (now() - start < 1) {
        if (pwrite(file, bytes, size, (syncs % 64) * 8192) < 0 || fdatasync(file)) return 70;
        syncs++;
    }
    printf("syncs %.0f\n", syncs / (now() - start));

    snprintf(path, sizeof path, "%s/peer.sqlite", argv[2]);
    check(sqlite3_open(path, &db));
    check(sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000", 0, 0, 0));
    printf("commits %.0f\n", strcmp(argv[1], "rows") ? single_row(seconds, size) : all_rows(seconds, size));
    return 0;
}
