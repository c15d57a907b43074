"""A report in a web framework is the same JSON as everywhere, with its schema."""

from __future__ import annotations

import jsonschema
import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from citeaudit import ArticleReport, audit

TEXT = "The bridge 🌉 will open in May, Ana Ruiz told the BBC. Nobody was hurt."


class Answer(BaseModel):
    """What a service may answer."""

    report: ArticleReport
    took: float


def test_a_model_that_holds_a_report():
    """A field of pydantic writes a report as to_dict() does, reads it back as equal, and describes it."""
    report = audit(TEXT)
    answer = Answer(report=report, took=0.1)

    assert answer.model_dump()["report"] == report.to_dict()
    assert Answer.model_validate_json(answer.model_dump_json()).report == report
    jsonschema.Draft202012Validator(Answer.model_json_schema()).validate(answer.model_dump())


def test_what_is_no_report_is_an_error_of_validation():
    """Pydantic tells where it stands and what is wrong with it."""
    with pytest.raises(ValidationError, match=r"report\n.*the key 'schema' is missing"):
        Answer.model_validate({"report": {}, "took": 1})


def test_fastapi_answers_and_takes_the_same_shape():
    """A response model is to_dict(), the request's body is read back, and OpenAPI has the schema."""
    fastapi = pytest.importorskip("fastapi")
    from fastapi.testclient import TestClient  # noqa: PLC0415 - skipped where it is not installed

    app = fastapi.FastAPI()

    @app.post("/audit")
    def answer(text: str = fastapi.Body(embed=True)) -> ArticleReport:
        return audit(text)

    @app.post("/share")
    def share(report: ArticleReport) -> float:
        return report.attributed_share

    client, report = TestClient(app), audit(TEXT)
    answered = client.post("/audit", json={"text": TEXT})

    assert answered.json() == report.to_dict()
    assert client.post("/share", json=answered.json()).json() == report.attributed_share
    assert client.post("/share", json={"schema": "other"}).status_code == 422
    schema = client.get("/openapi.json").json()["paths"]["/audit"]["post"]["responses"]["200"]["content"]["application/json"][
        "schema"
    ]
    jsonschema.Draft202012Validator(schema).validate(answered.json())


def test_a_report_alone():
    """An adapter for a report alone does the same."""
    adapter = TypeAdapter(ArticleReport)

    assert adapter.dump_python(audit(TEXT)) == audit(TEXT).to_dict()
