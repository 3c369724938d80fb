"""What a turn of the wheel, two fingers on a touchpad or a pinch asks for."""

from msgspec import Struct
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputDevice, QWheelEvent

_NOTCH = 120.0
_PER_NOTCH = 1.25
_PAN_PER_NOTCH = 64.0


class Turn(Struct, frozen=True):
    """Zoom by a factor, or pan by pixels. ``fine`` turns follow the fingers, the others are steps to be eased."""

    factor: float = 1.0
    dx: float = 0.0
    dy: float = 0.0
    fine: bool = False


class WheelHabit(Struct, frozen=True):
    """What a person wants of a wheel: that it scrolls instead of zooming, and that it turns the other way round."""

    scrolls: bool = False
    turned_round: bool = False


USUAL = WheelHabit()


def read_wheel(event: QWheelEvent, habit: WheelHabit = USUAL) -> Turn:
    """Wheel zooms, Shift+wheel pans sideways; two fingers on a touchpad pan, with Ctrl they zoom.

    A touchpad's direction is the system's matter, a wheel's follows the habit.
    """
    modifiers, pixels, angle = event.modifiers(), event.pixelDelta(), event.angleDelta()
    touchpad = event.device() is not None and event.device().type() == QInputDevice.DeviceType.TouchPad
    if habit.turned_round and not touchpad:
        angle = -angle
    if modifiers & Qt.KeyboardModifier.ShiftModifier and not touchpad:
        notches = (angle.y() or angle.x()) / _NOTCH
        return Turn(dx=notches * _PAN_PER_NOTCH)
    if habit.scrolls and not touchpad and not modifiers & Qt.KeyboardModifier.ControlModifier:
        return Turn(dx=angle.x() / _NOTCH * _PAN_PER_NOTCH, dy=angle.y() / _NOTCH * _PAN_PER_NOTCH)
    if touchpad and not modifiers & Qt.KeyboardModifier.ControlModifier:
        if pixels.isNull():
            pixels = QPoint(round(angle.x() / _NOTCH * _PAN_PER_NOTCH), round(angle.y() / _NOTCH * _PAN_PER_NOTCH))
        return Turn(dx=pixels.x(), dy=pixels.y(), fine=True)
    # Alt turns a vertical wheel sideways on some systems; zoom all the same.
    turned = angle.y() or angle.x()
    return Turn(factor=_PER_NOTCH ** (turned / _NOTCH), fine=touchpad or abs(turned) < _NOTCH)
