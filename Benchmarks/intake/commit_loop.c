/* The peer: SQLite alone, write-ahead log, synchronous=FULL, one row of a report's size in each commit.
 * Prints commits per second, and before it fdatasync calls per second on the same disk as a baseline of its own. */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void check(int code, sqlite3 *db) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
        fprintf(stderr, "%s\n", sqlite3_errmsg(db));
        exit(70);
    }
}

int main(int argc, char **argv) {
    if (argc != 4) { fprintf(stderr, "usage: commit_loop FOLDER SECONDS BYTES\n"); return 2; }
    double seconds = atof(argv[2]);
    int bytes = atoi(argv[3]);
    char path[4096];
    char *body = malloc(bytes);
    memset(body, 'x', bytes);

    snprintf(path, sizeof path, "%s/sync", argv[1]);
    int file = open(path, O_CREAT | O_RDWR, 0600);
    long syncs = 0;
    double start = now();
    while (now() - start < 1) { if (pwrite(file, body, bytes, (syncs % 64) * 8192) < 0 || fdatasync(file)) return 70; syncs++; }
    printf("syncs %.0f\n", syncs / (now() - start));

    snprintf(path, sizeof path, "%s/peer.sqlite", argv[1]);
    sqlite3 *db;
    sqlite3_stmt *insert;
    check(sqlite3_open(path, &db), db);
    check(sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE report(id INTEGER PRIMARY KEY, body BLOB) STRICT;", 0, 0, 0), db);
    check(sqlite3_prepare_v2(db, "INSERT INTO report(body) VALUES (?)", -1, &insert, 0), db);
    long commits = 0;
    start = now();
    while (now() - start < seconds) {
        sqlite3_bind_blob(insert, 1, body, bytes, SQLITE_STATIC);
        check(sqlite3_step(insert), db);
        check(sqlite3_reset(insert), db);
        commits++;
    }
    printf("commits %.0f\n", commits / (now() - start));
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return 0;
}
