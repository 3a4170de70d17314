"""`tasks`: what was generated, is being, or waits; and what can be done with one."""

import argparse
import json
import sys
from typing import Any

from jobmatch_desktop.cli.exit_codes import DONE
from jobmatch_desktop.cli.following import follow
from jobmatch_desktop.cli.progress import Progress
from jobmatch_desktop.domain.task import Task, TaskId
from jobmatch_desktop.services.parts import Services


async def run(arguments: argparse.Namespace, services: Services, progress: Progress) -> int:
    """Lists tasks, or shows, cancels, retries or continues one. An unknown id raises `TaskNotFound`."""
    if not arguments.action:
        return await _list(services, arguments.json)
    task = TaskId(arguments.id)
    match arguments.action:
        case "show":
            return await _show(services, task, arguments.json)
        case "cancel":
            await services.generation.stop(task)
            ended = await services.generation.wait(task)
            print(f"{ended.id} {ended.status}")
            return DONE
        case "retry":
            return await follow(services, progress, lambda: services.generation.retry(task))
        case _:
            return await follow(services, progress, lambda: services.generation.resume(task))


async def _list(services: Services, as_json: bool) -> int:
    tasks = await services.generation.tasks()
    if as_json:
        _print_json([await _described(services, task) for task in tasks])
    else:
        for task in tasks:
            print(_line(task))
    return DONE


async def _show(services: Services, task_id: TaskId, as_json: bool) -> int:
    task = await services.generation.task(task_id)
    if as_json:
        _print_json(await _described(services, task))
        return DONE
    print(_line(task))
    if task.trouble:
        print(task.trouble.text())
    print(await services.generation.text(task_id))
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


def _print_json(value: object) -> None:
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    print()
