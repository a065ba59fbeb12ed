"""Excel workbooks of before 2007: values by calamine, their look by the records, areas as in newer ones."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
)

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused, TooLarge
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.office97.biff_records import (
    SheetLooks,
    cell_formats,
    is_encrypted,
    sheet_starts,
)
from praxeo.sources.documents.office97.binary_sheets import WorkbookReader
from praxeo.sources.documents.office97.compound_file import open_compound
from praxeo.sources.documents.office97.embedded_files import embedded_kinds
from praxeo.sources.documents.office97.sheet_looks import sheet_looks
from praxeo.sources.documents.office97.stated_dimensions import with_dimensions_below
from praxeo.sources.documents.office97.stated_properties import summary_metadata
from praxeo.sources.documents.panics import panics
from praxeo.sources.documents.zip_files import DAMAGED, ENCRYPTED

AREA_LIMIT_CELLS = 4_000_000  # calamine holds every cell from the first row and column to the last


def read_xls(path: Path) -> Extraction:
    """The blocks of a workbook (xls, xlt) and its stated metadata."""
    with open_compound(path) as file:
        stream, metadata = file.stream("Workbook", "Book"), summary_metadata(file)
        embedded = embedded_kinds(file, "MBD")
    if is_encrypted(stream):
        raise Refused("encrypted", ENCRYPTED)
    starts = sheet_starts(stream)
    looks = [sheet_looks(stream, start) for start in starts]
    if any(sheet.rows * sheet.columns > AREA_LIMIT_CELLS for sheet in looks):
        raise TooLarge(
            "sheet_too_large",
            "A sheet of this workbook reaches over more rows and columns than can be read. "
            "Delete what stands far off and save it anew, or save it as .xlsx.",
        )
    reader = WorkbookReader(formats=cell_formats(stream), blocks=BlockList())
    try:
        data = with_dimensions_below(AREA_LIMIT_CELLS, path.read_bytes(), stream, starts)
        with CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
            for index, sheet in enumerate(workbook.sheets_metadata):
                reader.sheet(workbook, sheet, looks[index] if index < len(looks) else SheetLooks())
    except PasswordError as error:
        raise Refused("encrypted", ENCRYPTED) from error
    except (CalamineError, OSError) as error:
        raise Refused("damaged", DAMAGED) from error
    except panics() as error:
        raise Refused("damaged", DAMAGED) from error
    reader.tell()
    if embedded:
        reader.blocks.ledger.leave_out("parts", "not_readable", len(embedded))
        reader.blocks.tell_embedded(embedded)
    return reader.blocks.extraction(metadata)
