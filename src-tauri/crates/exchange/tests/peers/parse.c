/* Parses a calendar with libical so many times and prints the shortest time in nanoseconds: the text alone ("parse"),
   and with the start and end of each event asked for ("events"). */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static long long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    FILE *file = fopen(argv[1], "rb");
    if (!file)
        return 2;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = malloc(size + 1);
    if (!text || fread(text, 1, size, file) != (size_t)size)
        return 2;
    text[size] = 0;
    fclose(file);
    long long parse = -1, events = -1;
    int found = 0;
    for (int run = 0; run < atoi(argv[2]); run++) {
        long long began = now();
        icalcomponent *calendar = icalparser_parse_string(text);
        long long parsed = now();
        found = 0;
        for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
             event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
            struct icaltimetype start = icalcomponent_get_dtstart(event), end = icalcomponent_get_dtend(event);
            found += !icaltime_is_null_time(start) && !icaltime_is_null_time(end);
        }
        long long done = now();
        icalcomponent_free(calendar);
        if (parse < 0 || parsed - began < parse)
            parse = parsed - began;
        if (events < 0 || done - began < events)
            events = done - began;
    }
    printf("%lld %lld %d\n", parse, events, found);
    return 0;
}
