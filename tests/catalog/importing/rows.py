"""Rows as a partner keeps them in a spreadsheet."""

HEADINGS = (
    "extern_id;naam;aanbieder;soort_aanbieder;niveau;thema;soort_steun;doelgroep;regio;"
    "samenvatting;website;status"
)
VOUCHER = (
    "zh-1;Voorbeeld: voucher;Loket A, B en C;netwerk;regionaal;digitalisering|circulair;"
    "voucher;mkb;Haaglanden;Eén zin;https://example.org/voucher;actief"
)
COURSE = (
    "zh-2;Voorbeeld: cursus;School;onderwijs;lokaal;digitalisering;"
    'training;mkb;Haaglanden;"Leer; en doe.";;concept'
)
STOPPED = "zh-3;Voorbeeld: fonds;;;;;;;;Bestaat niet meer;;gesloten"
FINISHED = "zh-4;Voorbeeld: programma;School;onderwijs;;;;;;Is klaar;;afgerond"
