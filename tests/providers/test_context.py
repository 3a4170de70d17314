"""The estimate of tokens and the steps of the context."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.stream import Message
from jobmatch_desktop.providers.context_window import STEPS, limit, windows
from jobmatch_desktop.providers.token_estimate import least_tokens, tokens_of_messages, tokens_of_text

COUNTED = {
    "Backend engineer with eight years of experience building payment services in Python and Go. Led the move of a "
    "monolith to small services, cutting the median response time from 900 ms to 120 ms while keeping availability at "
    "99.95 %. Mentored four colleagues and wrote the on-call handbook that the whole department now uses.": 72,
    "Ingénieure logicielle forte de huit années d'expérience dans la conception de services de paiement. J'ai dirigé "
    "la refonte d'une application monolithique en services plus petits, réduisant le délai médian de réponse de 900 "
    "ms à 120 ms, tout en préservant une disponibilité élevée. J'ai également encadré quatre collègues débutants.": 119,
    "拥有八年支付系统开发经验的后端工程师，精通分布式架构与数据库优化。曾主导将单体应用拆分为微服务，"
    "使中位响应时间由九百毫秒降至一百二十毫秒，并指导四名同事编写值班手册。": 151,
    "決済サービスの開発に八年間携わってきたバックエンドエンジニアです。モノリシックなアプリケーションを小さなサービスへ分割し、"
    "応答時間の中央値を九百ミリ秒から百二十ミリ秒へ短縮しました。": 173,
    "결제 서비스를 8년간 개발해 온 백엔드 엔지니어입니다. 단일 애플리케이션을 작은 서비스로 분리하여 응답 시간의 "
    "중앙값을 줄이고 동료 네 명을 지도했습니다.": 178,
    "+33 6 12 34 56 78, 2014-03 to 2019-11, 1 250 000, 99.95 %, 900 ms": 60,
    "🚀🎯✅🔥👩‍💻🏆🌍📈": 28,
}
"""Tokens as Ollama counted them for smollm2:135m."""


@pytest.mark.parametrize(("text", "tokens"), COUNTED.items())
def test_estimate_is_never_below_and_at_most_double(text: str, tokens: int) -> None:
    assert tokens <= tokens_of_text(text) <= 2 * tokens


@given(st.text(), st.text())
def test_estimate_grows_with_the_text(one: str, two: str) -> None:
    assert tokens_of_text(one) <= tokens_of_text(one + two)
    assert tokens_of_text(one) >= len(one.split())


@given(st.lists(st.text()))
def test_bounds_are_in_order(texts: list[str]) -> None:
    messages = [Message("user", text) for text in texts]
    assert least_tokens(messages) <= tokens_of_messages(messages)


def test_half_a_surrogate_pair_is_text_too() -> None:
    assert tokens_of_text("\ud83d") >= 1


@pytest.mark.parametrize(
    ("needed", "largest", "loaded", "expected"),
    [
        (100, None, None, list(STEPS)),
        (2049, 8192, None, [4096, 8192]),
        (2048, 8192, None, [2048, 4096, 8192]),
        (100, 8192, 4096, [4096, 8192]),
        (100, 8192, 3000, [3000, 4096, 8192]),
        (5000, 8192, 4096, [8192]),
        (100, 8192, 16384, [2048, 4096, 8192]),
        (100, 40960, 32768, [32768, 40960]),
        (100, 1024, None, [1024]),
        (8193, 8192, None, []),
        (200_000, None, None, []),
        (150_000, 262_144, None, [262_144]),
        (100, 2048, 2048, [2048]),
    ],
)
def test_windows(needed: int, largest: int | None, loaded: int | None, expected: list[int]) -> None:
    assert list(windows(needed, largest, loaded)) == expected


@given(st.integers(1, 300_000), st.none() | st.integers(1, 300_000), st.none() | st.integers(1, 300_000))
def test_windows_hold_and_grow(needed: int, largest: int | None, loaded: int | None) -> None:
    given_windows = list(windows(needed, largest, loaded))
    assert all(needed <= window <= limit(largest) for window in given_windows)
    assert given_windows == sorted(set(given_windows))
    assert bool(given_windows) is (needed <= limit(largest))
