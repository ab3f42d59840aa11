/* A portal that costs next to nothing: what a drain is measured against, for the sender and for curl alike.
 * It counts the bytes of uploads and throws them away, and answers a filing with a receipt. Prints its port. */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define UPLOADS 65536
#define BUFFER (1 << 20)

static long offsets[UPLOADS];
static int begun = 0;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static long number(const char *head, const char *name) {
    for (const char *line = strchr(head, '\n'); line; line = strchr(line + 1, '\n'))
        if (!strncasecmp(line + 1, name, strlen(name))) return atol(line + 1 + strlen(name));
    return 0;
}

static void say(int client, const char *status, const char *headers, const char *body) {
    char text[2048];
    int size = snprintf(text, sizeof text, "HTTP/1.1 %s\r\nTus-Resumable: 1.0.0\r\n%s", status, headers);
    if (strncmp(status, "204", 3)) size += snprintf(text + size, sizeof text - size, "Content-Length: %zu\r\n", strlen(body));
    size += snprintf(text + size, sizeof text - size, "\r\n%s", body);
    if (write(client, text, size) != size) close(client);
}

/* Answer one question whose body has arrived; `upload` is the one that a PATCH or HEAD is about. */
static void answer(int client, const char *head, const char *path, const char *body, long upload) {
    char headers[256];
    if (!strncmp(head, "OPTIONS", 7)) {
        say(client, "204 No Content", "Tus-Version: 1.0.0\r\n", "");
    } else if (!strncmp(head, "POST", 4)) {
        pthread_mutex_lock(&lock);
        upload = begun++ % UPLOADS;
        offsets[upload] = 0;
        pthread_mutex_unlock(&lock);
        snprintf(headers, sizeof headers, "Location: /kiosk/v1/uploads/%ld\r\n", upload);
        say(client, "201 Created", headers, "");
    } else if (!strncmp(head, "PUT", 3)) {
        char receipt[512], manifest[65] = "";
        const char *told = strstr(body, "\"manifest_sha256\"");
        if (told && (told = strchr(told + 17, '"'))) snprintf(manifest, sizeof manifest, "%s", told + 1);
        snprintf(receipt, sizeof receipt,
                 "{\"submission_id\":\"%.36s\",\"manifest_sha256\":\"%s\",\"received_at\":\"2026-10-12T01:32:00Z\","
                 "\"dossier_code\":\"H00.00-1\"}", strrchr(path, '/') + 1, manifest);
        say(client, "201 Created", "Content-Type: application/json\r\n", receipt);
    } else {
        snprintf(headers, sizeof headers, "Upload-Offset: %ld\r\n", offsets[upload]);
        say(client, strncmp(head, "HEAD", 4) ? "204 No Content" : "200 OK", headers, "");
    }
}

static void *serve(void *told) {
    int client = (int)(long)told;
    char *buffer = malloc(BUFFER + 1);
    long have = 0;
    for (;;) {
        char *end;
        buffer[have] = 0;
        while (!(end = strstr(buffer, "\r\n\r\n"))) {
            long got = have < BUFFER ? read(client, buffer + have, BUFFER - have) : 0;
            if (got <= 0) goto gone;
            buffer[have += got] = 0;
        }
        char head[8192], path[512] = "/";
        long size = end + 4 - buffer, left;
        snprintf(head, sizeof head, "%.*s", (int)size, buffer);
        sscanf(head, "%*s %511s", path);
        left = number(head, "Content-Length:");
        int patch = !strncmp(head, "PATCH", 5);
        long upload = atol(strrchr(path, '/') + 1) % UPLOADS;
        memmove(buffer, buffer + size, have -= size);
        if (patch && number(head, "Upload-Offset:") != offsets[upload]) {
            say(client, "409 Conflict", "Connection: close\r\n", "");
            goto gone;
        }
        while (patch && left) { /* thrown away as it comes, and counted: what arrived before a break is kept */
            if (!have && (have = read(client, buffer, left < BUFFER ? left : BUFFER)) <= 0) goto gone;
            long taken = have < left ? have : left;
            offsets[upload] += taken;
            left -= taken;
            memmove(buffer, buffer + taken, have -= taken);
        }
        while (have < left) {
            long got = read(client, buffer + have, BUFFER - have);
            if (got <= 0) goto gone;
            have += got;
        }
        buffer[have] = 0;
        answer(client, head, path, buffer, upload);
        memmove(buffer, buffer + left, have -= left);
    }
gone:
    close(client);
    free(buffer);
    return NULL;
}

int main(void) {
    int one = 1, server = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in place = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof place;
    bind(server, (struct sockaddr *)&place, size);
    listen(server, 64);
    getsockname(server, (struct sockaddr *)&place, &size);
    printf("%d\n", ntohs(place.sin_port));
    fflush(stdout);
    for (;;) {
        pthread_t thread;
        int client = accept(server, NULL, NULL);
        setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        if (!pthread_create(&thread, NULL, serve, (void *)(long)client)) pthread_detach(thread);
    }
}
