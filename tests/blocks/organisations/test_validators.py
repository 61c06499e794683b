"""Numbers of organisations."""

import pytest
from django.core.exceptions import ValidationError

from cop_blocks.validators import validate_kvk_number, validate_oin, validate_rsin


@pytest.mark.parametrize(
    ("validate", "value"),
    [
        (validate_kvk_number, "24354561"),
        (validate_kvk_number, "00000001"),
        (validate_oin, "00000001003214345000"),
        (validate_rsin, "111222333"),
        (validate_rsin, "123456782"),
    ],
)
def test_a_right_number_passes(validate, value):
    validate(value)


@pytest.mark.parametrize(
    ("validate", "value"),
    [
        (validate_kvk_number, "1234567"),
        (validate_kvk_number, "123456789"),
        (validate_kvk_number, "1234 678"),
        (validate_kvk_number, "12345678\n"),
        (validate_kvk_number, "١٢٣٤٥٦٧٨"),
        (validate_oin, "0000000100321434500"),
        (validate_oin, "0000000100321434500x"),
        (validate_rsin, "12345678"),
        (validate_rsin, "123456789"),
        (validate_rsin, "111222334"),
        (validate_rsin, "000000000"),
    ],
)
def test_a_wrong_number_is_refused(validate, value):
    with pytest.raises(ValidationError):
        validate(value)
