"""The public API as a type checker sees it; checked, never run."""

from typing import assert_type

import claimcheck

report = claimcheck.verify(
    "claims/", "more.yaml", fail_on=["dead"], offline=True, timeout_s=5.0, claims=["a"]
)
assert_type(report, claimcheck.Report)
for file in report.files:
    assert_type(file, claimcheck.CheckedFile)
    for source in file.sources:
        assert_type(source.state, claimcheck.State)
        assert_type(source.reason, claimcheck.Reason | None)
    for claim in file.claims:
        assert_type(claim.verdict, claimcheck.ClaimVerdict)
        for finding in claim.findings:
            assert_type(finding.verdict, claimcheck.Verdict)
            assert_type(finding.score, float | None)
            assert_type(finding.mismatches, tuple[claimcheck.Mismatch, ...])

try:
    claimcheck.verify()
except claimcheck.ClaimsFileError as error:
    assert_type(error.mistakes, tuple[claimcheck.Mistake, ...])
except claimcheck.ClaimcheckError as error:
    assert_type(error.hint, str | None)
