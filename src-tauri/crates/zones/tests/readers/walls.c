/* Reads VTIMEZONEs with libical and works out instants of wall times by them and back, for
   tests/vtimezone_walls.rs. In: a calendar and a file of lines `zone wall instant kind` (seconds; the wall time as
   if it were UTC). Out: for each kind a line `kind compared wrong`; `back` counts instant to wall time. Then up to
   20 lines of what was wrong. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *whole(const char *name)
{
    FILE *file = fopen(name, "rb");
    if (!file)
        exit(2);
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = malloc(size + 1);
    if (fread(text, 1, size, file) != (size_t)size)
        exit(2);
    text[size] = 0;
    fclose(file);
    return text;
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    icalcomponent *calendar = icalparser_parse_string(whole(argv[1]));
    FILE *walls = fopen(argv[2], "r");
    if (!calendar || icalcomponent_count_errors(calendar) || !walls)
        return 2;
    const char *kinds[] = {"once", "twice", "never", "back"};
    long compared[4] = {0}, wrong[4] = {0};
    int told = 0;
    char name[128], last[128] = "", kind[8];
    long long wall, instant;
    icaltimezone *zone = NULL;
    while (fscanf(walls, "%127s %lld %lld %7s", name, &wall, &instant, kind) == 4) {
        if (strcmp(name, last)) {
            strcpy(last, name);
            zone = icalcomponent_get_timezone(calendar, name);
            if (!zone)
                return 2;
        }
        int at = kind[0] == 'o' ? 0 : kind[0] == 't' ? 1 : 2;
        struct icaltimetype shown = icaltime_from_timet_with_zone(wall, 0, NULL);
        long long found = icaltime_as_timet_with_zone(shown, zone);
        compared[at]++;
        if (found != instant) {
            wrong[at]++;
            if (at == 0 && told++ < 20)
                printf("  %s %lld: %lld s off\n", name, wall, found - instant);
        }
        if (at == 2)
            continue;
        struct icaltimetype utc = icaltime_from_timet_with_zone(instant, 0, icaltimezone_get_utc_timezone());
        int daylight;
        compared[3]++;
        if (icaltimezone_get_utc_offset_of_utc_time(zone, &utc, &daylight) != wall - instant) {
            wrong[3]++;
            if (told++ < 20)
                printf("  %s %lld: not %lld\n", name, instant, wall);
        }
    }
    for (int at = 0; at < 4; at++)
        printf("%s %ld %ld\n", kinds[at], compared[at], wrong[at]);
    return 0;
}
