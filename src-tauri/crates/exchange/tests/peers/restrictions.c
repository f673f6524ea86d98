/* Reads a calendar with libical, runs its RFC 5545/5546 restriction check and prints what it objects to.
   Then prints, for each event, its UID and the UTC start and end that libical works out from the file's own
   VTIMEZONE components: "UID start end" in seconds since 1970. Exit status 1 if anything was objected to. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int objections(icalcomponent *component)
{
    int found = 0;
    icalproperty *property;
    for (property = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY); property;
         property = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
        fprintf(stderr, "%s: %s\n", icalcomponent_kind_to_string(icalcomponent_isa(component)),
                icalproperty_get_xlicerror(property));
        found++;
    }
    icalcomponent *child;
    for (child = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); child;
         child = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
        found += objections(child);
    return found;
}

static long long instant(struct icaltimetype time, icalcomponent *calendar)
{
    if (time.is_date || time.zone == icaltimezone_get_utc_timezone())
        return icaltime_as_timet(time);
    const char *tzid = icaltimezone_get_tzid((icaltimezone *)time.zone);
    icaltimezone *own = tzid ? icalcomponent_get_timezone(calendar, tzid) : NULL;
    return own ? icaltime_as_timet_with_zone(time, own) : -1;
}

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    FILE *file = fopen(argv[1], "rb");
    if (!file)
        return 2;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = malloc(size + 1);
    if (fread(text, 1, size, file) != (size_t)size)
        return 2;
    text[size] = 0;
    fclose(file);
    icalcomponent *calendar = icalparser_parse_string(text);
    if (!calendar)
        return 2;
    int found = objections(calendar);
    found += !icalrestriction_check(calendar);
    found += objections(calendar);
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        printf("%s %lld %lld\n", icalcomponent_get_uid(event), instant(icalcomponent_get_dtstart(event), calendar),
               instant(icalcomponent_get_dtend(event), calendar));
    return found ? 1 : 0;
}
