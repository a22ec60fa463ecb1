"""Abbreviations that everybody in a village knows, and what some others of this field stand for."""

KNOWN = frozenset(
    """
    RT RW KTP KK SIM STNK NIK NPWP SK SD SDN SDS SMP SMPN SMA SMAN SMK SMKN MI MIN MIS MTS MA MAN SLB TK RA PAUD
    TPA TPQ TBM BPD PKK RI HUT TNI AD AL AU POLRI TV HP WA SMS FB IG PC USB CD VCD DVD AC LED LCD GPS ATM PIN QR
    QRIS PDF ID IT TI TIK PLN PDAM BBM SPBU LPG UMKM BPJS KB RS RSUD KUA BRI BNI BCA BTN PT CV UD WIB WITA WIT
    DPR DPRD MPR KPK KPU MUI NU KKN UU PP PNS ASN DIY DKI NTT NTB LSM OSIS UKS PMR PMI PBB UNESCO UNICEF OK VIP
    SH SE ST SIP SS SP MM MH MA BPS APBN APBD KM CM KG MC AM PM NB PS COVID BLT PKH
    """.split()  # noqa: SIM905  a list of words is read more easily so
)
"""They need no explanation."""

EXPANDED = {
    "TPBIS": "Transformasi Perpustakaan Berbasis Inklusi Sosial",
    "SPP-TIK": "Strategi Pengembangan Perpustakaan dan Teknologi Informasi dan Komunikasi",
    "IPLM": "Indeks Pembangunan Literasi Masyarakat",
    "TGM": "Tingkat Kegemaran Membaca",
    "PLM": "Peer Learning Meeting",
    "SHM": "Stakeholder Meeting",
    "DPMD": "Dinas Pemberdayaan Masyarakat dan Desa",
    "CSR": "tanggung jawab sosial perusahaan",
    "LKD": "Lembaga Kemasyarakatan Desa",
    "KIM": "Kelompok Informasi Masyarakat",
    "KWT": "Kelompok Wanita Tani",
    "MSME": "usaha mikro, kecil, dan menengah",
    "PIRT": "Pangan Industri Rumah Tangga",
    "P-IRT": "Pangan Industri Rumah Tangga",
    "PKBM": "Pusat Kegiatan Belajar Masyarakat",
    "GLS": "Gerakan Literasi Sekolah",
    "GPMB": "Gerakan Pemasyarakatan Minat Baca",
    "OPD": "Organisasi Perangkat Daerah",
    "RAB": "Rencana Anggaran Biaya",
    "SOP": "Prosedur Operasi Standar",
    "HKP": "Hari Kunjung Perpustakaan",
}
"""What they stand for, to be proposed as it should be written."""
