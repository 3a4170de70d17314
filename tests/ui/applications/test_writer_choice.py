"""Looking for who can write disturbs nobody who is choosing."""

import pytest

from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.storage.settings import ProviderPlace
from jobmatch_desktop.ui.applications.writer_choice import WriterChoice
from jobmatch_desktop.ui.shared.background import Background
from tests.loopback.ollama_server import OllamaServer
from tests.ui.applications.house import House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_a_list_that_is_open_while_it_looks_is_left_alone(house: House) -> None:
    with OllamaServer() as server:
        place = {"ollama": ProviderPlace(base_url=server.url)}
        house.call(house.services.preferences.change, providers=place)
        background = Background(lambda trouble: None)
        made = WriterChoice(
            house.services, house.engine, background, house.appearance, house.icons, Choice(provider="composer")
        )
        made.show()
        emptied: list[None] = []
        made._writer.model().rowsRemoved.connect(lambda *_: emptied.append(None))
        made._writer.model().modelReset.connect(lambda: emptied.append(None))
        made.look()
        house.until(lambda: made._looked and made._found["ollama"].models)
        assert emptied == []
        house.run(background.settle())
        made.close()
        made.deleteLater()
        house.live(1)
