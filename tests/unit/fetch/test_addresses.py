"""Which addresses are of the public internet."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.fetch.addresses import is_public


@pytest.mark.parametrize(
    "address",
    """
    0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1
    172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1
    224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 168.63.129.16
    :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:0:127.0.0.1 64:ff9b::7f00:1 64:ff9b::10.0.0.1
    64:ff9b:1::1 100::1 2001::1 2001:2::1 2001:10::1 2001:db8::1 2002:7f00:1::1 2002:808:808::1 3fff::1 5f00::1
    fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1 4000::1 2606:4700::1%eth0
    """.split(),
)
def test_an_address_that_is_not_of_the_public_internet(address: str) -> None:
    """Loopback, private nets, metadata services, tunnels, documentation, multicast and what nobody owns."""
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    """
    1.1.1.1 8.8.8.8 93.184.216.34 100.63.255.255 100.128.0.0 172.15.255.255 172.32.0.0 192.0.1.1 198.17.255.255
    198.20.0.0 223.255.255.255 168.63.129.15
    2606:4700:4700::1111 2001:4860:4860::8888 2a00:1450::1 2001:200::1 2003::1 64:ff9b::8.8.8.8 ::ffff:8.8.8.8
    """.split(),
)
def test_an_address_of_the_public_internet(address: str) -> None:
    """The neighbours of every refused range are ordinary hosts; DNS64 and mapped addresses stand for their IPv4."""
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_no_private_address_passes_in_another_dress(address: ipaddress.IPv4Address) -> None:
    """An IPv4 address is judged alike when it comes mapped into IPv6 or by NAT64, and never through 6to4."""
    bare = is_public(str(address))
    assert is_public(f"::ffff:{address}") == bare
    assert is_public(f"64:ff9b::{address}") == bare
    assert not is_public(str(ipaddress.IPv6Address((0x2002 << 112) | (int(address) << 80))))


@given(st.ip_addresses())
def test_nothing_passes_that_the_standard_library_calls_private(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    """Our tables are stricter than `ipaddress`, never laxer."""
    mapped = isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped
    nat64 = address in ipaddress.ip_network("64:ff9b::/96")
    if is_public(str(address)) and not mapped and not nat64:
        assert address.is_global
        assert not address.is_multicast
        assert not address.is_reserved
