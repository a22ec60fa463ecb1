"""What a new report holds before its writer has written anything: questions to be replaced."""

SKELETON = """\
## Apa yang terjadi?

Ceritakan dengan kalimat pendek: apa kegiatannya, di mana, dan mengapa diadakan.

## Siapa yang ikut?

Sebutkan siapa saja yang datang dan berapa orang. Siapa yang membantu?

## Apa hasilnya?

Apa yang sekarang bisa dilakukan warga dan sebelumnya tidak? Sebutkan angka kalau ada.

## Apa kata mereka?

Tuliskan satu ucapan peserta, dengan izinnya.
"""

UNWRITTEN = frozenset(part.removeprefix("## ") for part in SKELETON.strip().split("\n\n"))
"""Its paragraphs, as they are in the plain text of a body."""
