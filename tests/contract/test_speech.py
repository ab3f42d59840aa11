"""The Speech port, kept by espeak-ng and by the simulator: one text at a time, one end each, silence at once."""

from __future__ import annotations

import queue
import threading
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from drivers.speech.espeak import EspeakSpeech, Manner
from drivers.speech.silent import NoSpeech
from drivers.speech.simulator import Said, SpeechSimulator
from kiosk.domain.text import Language
from kiosk.ports.speech import Ending, Speech

LONG = "Ông Bà bấm vô ô này, rồi bấm Tiếp theo. " * 60
TONES = "Ngã ngửa, ngủ nghỉ, nghỉ ngơi, Ẫ Ễ Ỗ Ữ Ặ Ợ, đã đủ, quý quán, nghiêng nghiêng, huỳnh, khuya, ngoằn ngoèo"
VIETNAMESE = Language.VIETNAMESE


def into_a_file(file: Path) -> EspeakSpeech:
    """The real engine; what it would play goes into a file, so that no sound card is needed."""
    return EspeakSpeech(Manner(), ("tee", str(file)))


def that_takes_its_time() -> EspeakSpeech:
    """The real engine with a player that never comes to an end of its own."""
    return EspeakSpeech(Manner(), ("sleep", "600"))


@pytest.fixture(params=["espeak-ng", "simulator"])
def voice(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Speech]:
    """A voice that is quickly done with a few words."""
    made = into_a_file(tmp_path / "a.wav") if request.param == "espeak-ng" else SpeechSimulator(None, 0.001)
    yield made
    made.close()


@pytest.fixture(params=["espeak-ng", "simulator"])
def slow_voice(request: pytest.FixtureRequest) -> Iterator[Speech]:
    """A voice that is still at it when it is told to stop."""
    made = that_takes_its_time() if request.param == "espeak-ng" else SpeechSimulator(None, 600)
    yield made
    made.close()


class Ends:
    """Collects the ends that a voice tells, from whatever thread."""

    def __init__(self) -> None:
        self._told: queue.Queue[Ending] = queue.Queue()

    def __call__(self, ending: Ending) -> None:
        self._told.put(ending)

    def next(self) -> Ending:
        return self._told.get(timeout=60)

    def none_left(self) -> bool:
        return self._told.empty()


def children() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if child.name() in {"espeak-ng", "sleep", "tee"}]


def wait_for_children(count: int) -> list[psutil.Process]:
    end = time.monotonic() + 30
    while len(children()) != count and time.monotonic() < end:
        time.sleep(0.01)
    return children()


def test_there_is_a_voice(voice: Speech) -> None:
    assert voice.available


def test_what_was_said_to_the_end_ends_once(voice: Speech) -> None:
    ends = Ends()
    voice.say("Xin chào", VIETNAMESE, ends)
    assert ends.next() is Ending.SAID
    voice.stop()
    assert ends.none_left()


def test_it_is_silent_at_once(slow_voice: Speech) -> None:
    ends = Ends()
    slow_voice.say(LONG, VIETNAMESE, ends)
    slow_voice.stop()
    assert ends.next() is Ending.STOPPED
    slow_voice.stop()
    assert ends.none_left()


def test_a_new_text_takes_the_place_of_the_one_under_way(slow_voice: Speech) -> None:
    first, second = Ends(), Ends()
    slow_voice.say(LONG, VIETNAMESE, first)
    slow_voice.say(LONG, VIETNAMESE, second)
    assert first.next() is Ending.STOPPED
    assert second.none_left()


def test_closing_ends_what_is_said(slow_voice: Speech) -> None:
    ends = Ends()
    slow_voice.say(LONG, VIETNAMESE, ends)
    slow_voice.close()
    assert ends.next() is Ending.STOPPED


def test_silence_needs_nothing_to_be_said(voice: Speech) -> None:
    voice.stop()
    voice.close()


@pytest.mark.parametrize("text", ["", "   ", TONES, unicodedata.normalize("NFD", TONES), "<b>&amp;", "-v en"])
def test_any_text_comes_to_its_end(voice: Speech, text: str) -> None:
    ends = Ends()
    voice.say(text, VIETNAMESE, ends)
    assert ends.next() is Ending.SAID


def wav_of(text: str, language: Language, file: Path) -> bytes:
    voice, ends = into_a_file(file), Ends()
    voice.say(text, language, ends)
    assert ends.next() is Ending.SAID
    return file.read_bytes()


def test_more_words_make_more_sound(tmp_path: Path) -> None:
    short = wav_of("Bước ba.", VIETNAMESE, tmp_path / "short.wav")
    long = wav_of("Bước ba. " * 10, VIETNAMESE, tmp_path / "long.wav")
    assert short[:4] == b"RIFF"
    assert len(long) > 5 * len(short)


def test_the_marks_are_heard(tmp_path: Path) -> None:
    sounds = {wav_of(word, VIETNAMESE, tmp_path / f"{word}.wav") for word in ("ma", "má", "mà", "mả", "mã", "mạ")}
    assert len(sounds) >= 5, "in the south hỏi and ngã sound alike, the others never"


def test_english_is_read_in_english(tmp_path: Path) -> None:
    word = "Take your papers"
    assert wav_of(word, Language.ENGLISH, tmp_path / "en") != wav_of(word, VIETNAMESE, tmp_path / "vi")


def test_the_words_are_on_no_command_line() -> None:
    voice = that_takes_its_time()
    voice.say("bí mật " * 5000, VIETNAMESE, Ends())
    try:
        running = wait_for_children(2)
        assert running
        assert not any("mật" in word for child in running for word in child.cmdline())
    finally:
        voice.close()


def test_no_child_is_left_behind() -> None:
    voice = that_takes_its_time()
    for _ in range(3):
        voice.say(LONG, VIETNAMESE, Ends())
        wait_for_children(2)
    voice.close()
    assert wait_for_children(0) == []


@pytest.mark.parametrize("victim", ["espeak-ng", "sleep"])
def test_a_child_that_dies_is_noticed(victim: str) -> None:
    voice, ends = that_takes_its_time(), Ends()
    voice.say(LONG * 20, VIETNAMESE, ends)
    for child in wait_for_children(2):
        if child.name() == victim:
            child.kill()
        elif victim == "espeak-ng":
            child.terminate()  # the player would sleep on; a real one ends with its input
    assert ends.next() is Ending.FAILED
    assert wait_for_children(0) == []


def test_a_voice_that_hangs_costs_silence_and_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drivers.speech.espeak._LEAST_SECONDS", 0.1)
    monkeypatch.setattr("drivers.speech.espeak._SECONDS_PER_LETTER", 0.0)
    voice, ends = that_takes_its_time(), Ends()
    voice.say("Xin chào", VIETNAMESE, ends)
    assert ends.next() is Ending.FAILED
    assert wait_for_children(0) == []


@pytest.mark.parametrize(("program", "player"), [("no-such-engine", ("tee", "/dev/null")), ("espeak-ng", ("no-such",))])
def test_where_something_is_missing_no_voice_is_offered(program: str, player: tuple[str, ...]) -> None:
    voice, ends = EspeakSpeech(Manner(), player, program), Ends()
    assert not voice.available
    voice.say("Xin chào", VIETNAMESE, ends)
    assert ends.next() is Ending.FAILED
    assert wait_for_children(0) == []


def test_without_a_sound_card_it_fails_and_says_so() -> None:
    voice, ends = EspeakSpeech(Manner(), ("false",)), Ends()
    voice.say("Xin chào", VIETNAMESE, ends)
    assert ends.next() is Ending.FAILED


def test_no_voice_is_silence() -> None:
    voice, ends = NoSpeech(), Ends()
    voice.say("Xin chào", VIETNAMESE, ends)
    assert ends.next() is Ending.FAILED
    voice.stop()
    voice.close()
    assert not voice.available


def test_the_simulator_keeps_what_was_said(tmp_path: Path) -> None:
    file = tmp_path / "said.jsonl"
    voice, ends = SpeechSimulator(file, 0), Ends()
    voice.say("Bước 3 trên 7", VIETNAMESE, ends)
    assert ends.next() is Ending.SAID
    assert voice.said == [Said("Bước 3 trên 7", VIETNAMESE)]
    assert file.read_text(encoding="utf-8") == '{"language": "vi", "text": "Bước 3 trên 7"}\n'


def test_many_hands_at_once_leave_one_end_each() -> None:
    voice = that_takes_its_time()
    ends = [Ends() for _ in range(8)]
    threads = [threading.Thread(target=voice.say, args=(LONG, VIETNAMESE, end)) for end in ends]
    for thread in threads:
        thread.start()
        thread.join()
    voice.close()
    assert {end.next() for end in ends} == {Ending.STOPPED}
    assert wait_for_children(0) == []
