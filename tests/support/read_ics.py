#!/usr/bin/env python3
"""read_ics.py CALENDAR: prints each event of an iCalendar file; exit 77 where icalendar is not installed."""
import sys

try:
    import icalendar
except ImportError:
    sys.exit(77)

with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
for event in calendar.walk("VEVENT"):
    print(event["UID"], event["DTSTAMP"].dt.date(), event["DTSTART"].dt, event["SUMMARY"])
    print(event["DESCRIPTION"])
