"""GeoNames' first-level codes as ISO 3166-2 ones, for the countries whose holidays differ inside."""

_SAME = {"US", "CH", "GB"}
_CODES = {
    "AU": "01 ACT,02 NSW,03 NT,04 QLD,05 SA,06 TAS,07 VIC,08 WA",
    "CA": "01 AB,02 BC,03 MB,04 NB,05 NL,07 NS,08 ON,09 PE,10 QC,11 SK,12 YT,13 NT,14 NU",
    "DE": "01 BW,02 BY,03 HB,04 HH,05 HE,06 NI,07 NW,08 RP,09 SL,10 SH,11 BB,12 MV,13 SN,14 ST,15 TH,16 BE",
    "AT": "01 1,02 2,03 3,04 4,05 5,06 6,07 7,08 8,09 9",
    "MY": "01 01,02 02,03 03,04 04,05 05,06 06,07 08,08 09,09 07,11 13,12 10,13 11,14 14,15 15,16 12,17 16",
    "NZ": "E7 AUK,E8 BOP,E9 CAN,F1 GIS,F2 HKB,F3 MWT,F4 MBH,F5 NSN,F6 NTL,F7 OTA,F8 STL,F9 TKI,G1 WKO,G2 WGN,"
    "G3 WTC,G4 TAS",
    "ES": "07 IB,27 RI,29 MD,31 MC,32 NC,34 AS,39 CB,51 AN,52 AR,53 CN,54 CM,55 CL,56 CT,57 EX,58 GA,59 PV,60 VC",
    "IN": "02 AP,07 DL,09 GJ,10 HR,13 KL,16 MH,19 KA,23 PB,24 RJ,25 TN,28 WB,36 UP,40 TS",
}
_MAPS = {country: dict(pair.split() for pair in pairs.split(",")) for country, pairs in _CODES.items()}

# The countries whose holidays are kept by subdivision.
COUNTRIES = sorted(_SAME | _MAPS.keys())


def of(country: str, admin1: str) -> str:
    """The ISO code without its country, such as `ON`; empty where the holidays do not need it."""
    if country in _SAME:
        return admin1
    return _MAPS.get(country, {}).get(admin1, "")
