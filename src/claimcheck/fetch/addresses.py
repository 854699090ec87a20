"""Which IP addresses belong to the public internet.

`ipaddress.is_global` answers by the Python release: 3.11 calls NAT64, 6to4 and multicast ranges global. The tables
here follow the special-purpose address registries (RFC 6890), and add the clouds' own metadata addresses.
"""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_NOT_PUBLIC_V4 = tuple(
    map(
        ip_network,
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
        "192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 "
        "168.63.129.16/32".split(),  # the last one is Azure's host agent
    )
)
# 2000::/3 alone is handed out as global unicast; these parts of it are tunnels, documentation and benchmarks
_PUBLIC_V6 = ip_network("2000::/3")
_NOT_PUBLIC_V6 = tuple(map(ip_network, "2001::/23 2001:db8::/32 2002::/16 3fff::/20".split()))
_NAT64 = ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Say whether an address literal is one of the public internet; IPv4 inside IPv6 is judged as IPv4."""
    ip = ip_address(address)
    if isinstance(ip, IPv4Address):
        return _is_public_v4(ip)
    if ip.scope_id is not None:
        return False
    inner = _inner_v4(ip)
    if inner is not None:
        return _is_public_v4(inner)
    return ip in _PUBLIC_V6 and not any(ip in network for network in _NOT_PUBLIC_V6)


def _is_public_v4(ip: IPv4Address) -> bool:
    return not any(ip in network for network in _NOT_PUBLIC_V4)


def _inner_v4(ip: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that a mapped or NAT64 address leads to (DNS64 networks give those for ordinary sites)."""
    if ip in _NAT64:
        return IPv4Address(ip.packed[-4:])
    return ip.ipv4_mapped
