"""Judgement cases: inventories with what an audit must say of them on a given day.

    check_judgement.py PROGRAM FOLDER

FOLDER/cases.yaml lists the cases; each names a command, and what must stand in the JSON report or on standard
error. Prints what differs; exits 1 where anything does, 77 where the folder or
PyYAML is not there.
"""

import json
import pathlib
import re
import subprocess
import sys

try:
    import yaml
except ImportError:
    sys.exit(77)


def listed(value):
    return value if isinstance(value, list) else [value]


def fits(finding, wanted):
    """Whether a finding or an undecided rule is the one described."""
    for key, value in wanted.items():
        if key == "entity":
            if finding["entity"].get("id") != value:
                return False
        elif key == "message":
            if not re.search(value, finding.get("message", "")):
                return False
        elif finding.get(key) not in listed(value):
            return False
    return True


def waste_of(report):
    """Waste by kind; a report that knows one amount knows what is proven."""
    waste = report["summary"]["money"]["recoverable"]
    return waste if "proven" in waste else {"proven": waste}


def amount(value):
    return value and value["value"]


def report_differences(report, wanted):
    findings = report["findings"]
    undecided = report["evidence_missing"]
    for one in wanted.get("findings", []):
        if not any(fits(finding, one) for finding in findings):
            yield f"no finding {one}"
    for one in wanted.get("no_findings", []):
        yield from (f"finding {finding['rule']}: {finding['message']}" for finding in findings if fits(finding, one))
    for one in wanted.get("finding_or_unknown", []):
        if not any(fits(finding, one) for finding in findings + undecided):
            yield f"neither finding nor unknown {one}"
    for pattern in wanted.get("messages_lack", []):
        yield from (f"message '{f['message']}'" for f in findings if re.search(pattern, f["message"]))
    for kind, (least, most) in wanted.get("waste", {}).items():
        if kind not in waste_of(report):
            continue
        found = amount(waste_of(report)[kind])
        if found is None or not least <= float(found) <= most:
            yield f"{kind} waste {found}, not {least} to {most}"
    if "total" in wanted:
        found = amount(report["summary"]["money"]["total_cost"])
        if found is None or float(found) != wanted["total"]:
            yield f"total {found}, not {wanted['total']}"


def differences(program, folder, case):
    run = subprocess.run([program, *map(str, case["run"])], cwd=folder, capture_output=True, text=True, check=False)
    if "exit" in case and run.returncode != case["exit"]:
        yield f"exit code {run.returncode}, not {case['exit']}"
    for pattern in case.get("stderr_has", []):
        if not re.search(pattern, run.stderr):
            yield f"nothing like {pattern} on standard error"
    if "report" not in case:
        return
    if run.returncode == 2:
        yield "no report: " + run.stderr
    else:
        yield from report_differences(json.loads(run.stdout), case["report"])


def main():
    program, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    if not (folder / "cases.yaml").exists():
        return 77
    cases = yaml.safe_load((folder / "cases.yaml").read_text())["cases"]
    failed = 0
    for case in cases:
        wrong = list(differences(program, folder, case))
        failed += bool(wrong)
        for line in wrong:
            print(f"{case['id']}: {line}")
    print(f"{len(cases) - failed} of {len(cases)} cases hold")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
