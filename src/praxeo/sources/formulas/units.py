r"""Quantities as siunitx and mhchem write them as plain TeX: \SI{10}{\metre\per\second} → 10\,\mathrm{m}\,\mathrm{s}^{-1}."""

from __future__ import annotations

import re

from praxeo.sources.formulas.arguments import NotWritable


def _named(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())


PREFIXES = _named(
    "quecto=q ronto=r yocto=y zepto=z atto=a femto=f pico=p nano=n micro=µ milli=m centi=c deci=d deca=da "
    "deka=da hecto=h kilo=k mega=M giga=G tera=T peta=P exa=E zetta=Z yotta=Y"
)
UNITS = _named(
    "metre=m meter=m second=s gram=g kilogram=kg ampere=A kelvin=K mole=mol candela=cd becquerel=Bq coulomb=C "
    "farad=F gray=Gy hertz=Hz henry=H joule=J katal=kat lumen=lm lux=lx newton=N ohm=Ω pascal=Pa radian=rad "
    "siemens=S sievert=Sv steradian=sr tesla=T volt=V watt=W weber=Wb celsius=°C degreeCelsius=°C minute=min "
    "hour=h day=d hectare=ha litre=L liter=L tonne=t electronvolt=eV dalton=Da astronomicalunit=au bar=bar "
    "percent=% degree=° arcminute=′ arcsecond=″ bel=B decibel=dB neper=Np angstrom=Å bit=bit byte=B "
    "atomicmassunit=u clight=c"
)
SHORT = _named(
    "m=m s=s kg=kg g=g A=A K=K mol=mol J=J kJ=kJ N=N W=W km=km cm=cm mm=mm um=µm nm=nm ms=ms Hz=Hz kHz=kHz "
    "MHz=MHz GHz=GHz eV=eV keV=keV MeV=MeV V=V kV=kV Pa=Pa kPa=kPa L=L mL=mL l=l ml=ml mg=mg kW=kW mA=mA dB=dB "
    "pm=pm fs=fs ns=ns"
)
POWERS = {"square": "2", "cubic": "3"}
RAISED = {"squared": "2", "cubed": "3"}
PART = re.compile(r"\\(?P<name>[A-Za-z]+)(?:\s*\{(?P<given>[^{}]*)\})?|(?P<rest>\s+|[~.]+)")
NUMBER = re.compile(
    r"\s*(?P<sign>\\pm|[+-]?)\s*(?P<digits>[\d ]*(?:[.,][\d ]+)?)(?P<doubt>\(\d+\))?"
    r"\s*(?:(?:\\pm|\+-)\s*(?P<spread>\d+(?:[.,]\d+)?))?"
    r"\s*(?:(?:[eEdD]|(?:\\times|x|\*|\\cdot)\s*10\^)\s*\{?(?P<power>[+-]?\d+)\}?)?\s*"
)
WRITTEN_OUT = re.compile(r"(?P<sign>[A-Za-zµμΩ°Å′″]+|\\?%)(?:\^?\{?(?P<power>-?\d+)\}?)?")


def tex_of_number(text: str) -> str:
    r"""A number of \num{…}: 1.5e-3 as 1.5 \times 10^{-3}. Raises NotWritable."""
    found = NUMBER.fullmatch(" ".join(text.split()))
    if not found or not (found["digits"].strip() or found["power"]):
        raise NotWritable(text)
    shown = found["sign"] + found["digits"].replace(" ", "") + (found["doubt"] or "")
    if found["spread"]:
        shown += rf" \pm {found['spread']}"
        shown = rf"({shown})" if found["power"] else shown
    power = rf"10^{{{found['power']}}}" if found["power"] else ""
    return rf"{shown} \times {power}" if power and found["digits"].strip() else shown + power


def tex_of_unit(text: str) -> str:
    r"""A unit in words (\metre\per\second) or as it is written (m/s, kg.m^2). Raises NotWritable."""
    return _in_words(text) if "\\" in text else _written_out(text)


def tex_of_quantity(number: str, unit: str) -> str:
    """A number with its unit; degrees, minutes and percent follow at once, others after a space."""
    shown = tex_of_unit(unit)
    gap = "" if shown in (r"\mathrm{°}", r"\mathrm{′}", r"\mathrm{″}") else r"\,"
    return f"{tex_of_number(number)}{gap}{shown}"


def tex_of_physical_unit(text: str) -> str:
    r"""What mhchem's \pu{…} holds: 123 kJ/mol, 1.2e3 m s-1. Raises NotWritable."""
    text = " ".join(text.split())
    found = NUMBER.match(text)
    number, unit = (text[: found.end()], text[found.end() :]) if found else ("", text)
    if not number.strip():
        return tex_of_unit(unit)
    return tex_of_quantity(number, unit) if unit.strip() else tex_of_number(number)


def _in_words(text: str) -> str:
    parts: list[str] = []
    prefix, before, below = "", "", False
    at = 0
    while at < len(text):
        found = PART.match(text, at)
        if not found:
            raise NotWritable(text)
        at, name = found.end(), found["name"]
        if found["rest"] is not None:
            continue
        if name == "per":
            below = True
        elif name in PREFIXES:
            prefix = PREFIXES[name]
        elif name in POWERS:
            before = POWERS[name]
        elif name in RAISED or (name in ("tothe", "raiseto") and found["given"]):
            _raise_last(parts, RAISED.get(name) or found["given"])
        elif unit := UNITS.get(name) or SHORT.get(name):
            parts.append(_unit(prefix + unit, f"{'-' * below}{before or '1'}"))
            prefix, before, below = "", "", False
        else:
            raise NotWritable(text)
    if not parts or prefix or before or below:
        raise NotWritable(text)
    return r"\,".join(parts)


def _raise_last(parts: list[str], power: str) -> None:
    if not parts or not re.fullmatch(r"-?\d+", power):
        raise NotWritable(power)
    unit, _, below = parts[-1].partition("^")
    parts[-1] = _unit(unit.removeprefix(r"\mathrm{").rstrip("}"), ("-" if below else "") + power)


def _unit(sign: str, power: str = "1") -> str:
    return rf"\mathrm{{{sign.replace('%', chr(92) + '%')}}}" + (
        f"^{{{power}}}" if power != "1" else ""
    )


def _written_out(text: str) -> str:
    """Units parted by spaces, dots or a slash, each with its power behind it."""
    made: list[str] = []
    for at, side in enumerate(text.strip().replace("//", "/").split("/")):
        units = []
        for part in re.split(r"[\s.*~]+", side.strip()):
            found = WRITTEN_OUT.fullmatch(part)
            if not found:
                raise NotWritable(text)
            units.append(
                _unit(
                    SHORT.get(found["sign"], found["sign"].lstrip(chr(92))), found["power"] or "1"
                )
            )
        if at and len(units) > 1:
            raise NotWritable(text)
        made.append(r"\,".join(units))
    return "/".join(made)
