"""`tasks`: what was generated, is being, or waits; and what can be done with one."""

import argparse
import json
from typing import Any

from jobmatch_desktop.cli.arguments import is_text
from jobmatch_desktop.cli.exit_codes import DONE, FAILED
from jobmatch_desktop.cli.files import say
from jobmatch_desktop.cli.following import follow
from jobmatch_desktop.cli.progress import Progress
from jobmatch_desktop.cli.verb import Run
from jobmatch_desktop.domain.task import Status, Task, TaskId, TaskNotFound
from jobmatch_desktop.services.parts import Services


def prepare(arguments: argparse.Namespace) -> Run:
    """Lists tasks, or shows, cancels, retries or continues one. An unknown id raises `TaskNotFound`.

    With --json stdout is one value: the list, or the task as it is in the end; what is streamed meanwhile is in its `text`.
    """
    task = TaskId(arguments.id or "")
    if not is_text(task):
        raise TaskNotFound(id=task)

    async def run(services: Services, progress: Progress) -> int:
        match arguments.action:
            case None:
                return await _list(services, arguments.json)
            case "show":
                return await _show(services, task, arguments.json)
            case "cancel":
                code = await _cancel(services, progress, task)
            case "retry":
                code = await follow(services, progress, lambda: services.generation.retry(task))
            case _:
                code = await follow(services, progress, lambda: services.generation.resume(task))
        if arguments.json:
            await _show(services, task, as_json=True)
        elif arguments.action == "cancel":
            say(_line(await services.generation.task(task)))
        return code

    return run


async def _cancel(services: Services, progress: Progress, task: TaskId) -> int:
    """Cancels what waits or runs, in any program; what was interrupted is settled with the text that came."""
    found = await services.generation.task(task)
    if found.status is Status.INTERRUPTED:
        await (services.coach.keep(task) if found.spec.conversation else services.generation.keep(task))
    else:
        await services.generation.stop(task)
    ended = await services.generation.wait(task)
    if ended.status is Status.CANCELLED:
        return DONE
    progress.note(f"Task {task} had ended before it could be cancelled: it is {ended.status}.")
    return FAILED


async def _list(services: Services, as_json: bool) -> int:
    tasks = await services.generation.tasks()
    if as_json:
        say(_json([await _described(services, task) for task in tasks]))
    else:
        for task in tasks:
            say(_line(task))
    return DONE


async def _show(services: Services, task_id: TaskId, as_json: bool) -> int:
    task = await services.generation.task(task_id)
    if as_json:
        say(_json(await _described(services, task)))
        return DONE
    say(_line(task))
    if task.trouble:
        say(task.trouble.text())
    say(await services.generation.text(task_id))
    return DONE


def _line(task: Task) -> str:
    state = f"{task.status} ({task.ending})" if task.ending else str(task.status)
    place = f"  number {task.position} in line" if task.position else ""
    return f"{task.id}  {task.created:%Y-%m-%d %H:%M}  {task.spec.kind}  {state}  {task.spec.provider} {task.spec.model}{place}".rstrip()


async def _described(services: Services, task: Task) -> dict[str, Any]:
    return {
        "id": task.id,
        "kind": task.spec.kind,
        "application": task.spec.application,
        "conversation": task.spec.conversation,
        "status": task.status,
        "ending": task.ending,
        "provider": task.spec.provider,
        "model": task.spec.model,
        "position": task.position,
        "created": task.created.isoformat(),
        "text": await services.generation.text(task.id),
        "error": task.trouble.text() if task.trouble else None,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
