"""The outline as Qt wants it: a model of one column that makes rows when a view opens them."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evmap.ui.outline.rows import Grouping, Outline, Row
from evmap.ui.words.plain import showable
from evmap.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QAbstractItemModel):
    """The rows of one map. Indexes carry the number of a row, so that no Python object has to outlive them.

    Attributes:
        grouping: how it begins.
        filter_text: the words that concepts or their sentences must have.
        outline: the rows.
    """

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.grouping = Grouping.KIND
        self.filter_text = ""
        self.outline = Outline(workspace, self.grouping)
        self._rows: list[Row] = []

    def show(self, grouping: Grouping, filter_text: str) -> None:
        """Group and filter the rows anew."""
        self.beginResetModel()
        self.grouping, self.filter_text = grouping, filter_text
        self.outline = Outline(self._workspace, grouping, filter_text)
        self._rows = []
        self.endResetModel()

    def made(self) -> tuple[Row, ...]:
        """The rows that were asked for so far."""
        return tuple(self._rows)

    def row(self, index: Index) -> Row | None:
        """The row of an index."""
        return self._rows[index.internalId()] if index.isValid() else None

    def index_of(self, row: Row | None) -> QModelIndex:
        """The index of a row; an invalid one for none."""
        if row is None:
            return QModelIndex()
        if row.number < 0:
            row.number = len(self._rows)
            self._rows.append(row)
        return self.createIndex(row.place, 0, row.number)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows are below one."""
        above = self.row(parent)
        return len(above.children if above else self.outline.roots)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One."""
        return 1

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's own default
        """Whether a row can be opened; asked without making anything."""
        above = self.row(parent)
        return above.has_children if above else bool(self.outline.roots)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The index of a place in the tree."""
        above = self.row(parent)
        rows = above.children if above else self.outline.roots
        return self.index_of(rows[row]) if column == 0 and 0 <= row < len(rows) else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """The row above one."""
        row = self.row(index)
        return self.index_of(row.parent) if row else QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The texts of a row, for the eye and for the ear."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return showable(self.outline.words(row).text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return showable(self.outline.words(row).name)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return showable(self.outline.words(row).more)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All rows can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row = self.row(index)
        return flags if row and row.has_children else flags | Qt.ItemFlag.ItemNeverHasChildren
