"""The rules of the firewall before an API."""

from __future__ import annotations

from aws_cdk import aws_wafv2 as waf

REQUESTS_OF_ONE_ADDRESS = 2_000  # within five minutes
# Rules that would refuse honest requests: specs and apps are HTML, and documents are large.
COUNTED_ONLY = ("SizeRestrictions_BODY", "CrossSiteScripting_BODY")


def rules(networks: waf.CfnIPSet | None) -> list[waf.CfnWebACL.RuleProperty]:
    """Amazon's rules for known attacks, a limit for each address, then the networks that are let in."""
    managed = ("AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet")
    made = [_managed(name, place) for place, name in enumerate(managed)]
    made.append(
        waf.CfnWebACL.RuleProperty(
            name="one-address",
            priority=len(made),
            action=waf.CfnWebACL.RuleActionProperty(block={}),
            visibility_config=visible("one-address"),
            statement=waf.CfnWebACL.StatementProperty(
                rate_based_statement=waf.CfnWebACL.RateBasedStatementProperty(
                    limit=REQUESTS_OF_ONE_ADDRESS, aggregate_key_type="IP"
                )
            ),
        )
    )
    if networks is not None:
        made.append(
            waf.CfnWebACL.RuleProperty(
                name="networks",
                priority=len(made),
                action=waf.CfnWebACL.RuleActionProperty(allow={}),
                visibility_config=visible("networks"),
                statement=waf.CfnWebACL.StatementProperty(
                    ip_set_reference_statement={"arn": networks.attr_arn}
                ),
            )
        )
    return made


def _managed(name: str, priority: int) -> waf.CfnWebACL.RuleProperty:
    overridden = [
        waf.CfnWebACL.RuleActionOverrideProperty(
            name=rule, action_to_use=waf.CfnWebACL.RuleActionProperty(count={})
        )
        for rule in COUNTED_ONLY
    ]
    return waf.CfnWebACL.RuleProperty(
        name=name,
        priority=priority,
        override_action=waf.CfnWebACL.OverrideActionProperty(none={}),
        visibility_config=visible(name),
        statement=waf.CfnWebACL.StatementProperty(
            managed_rule_group_statement=waf.CfnWebACL.ManagedRuleGroupStatementProperty(
                vendor_name="AWS",
                name=name,
                rule_action_overrides=overridden
                if name == "AWSManagedRulesCommonRuleSet"
                else None,
            )
        ),
    )


def visible(metric: str) -> waf.CfnWebACL.VisibilityConfigProperty:
    """Counted under this name; the requests themselves are not kept, for they hold personal data."""
    return waf.CfnWebACL.VisibilityConfigProperty(
        cloud_watch_metrics_enabled=True, sampled_requests_enabled=False, metric_name=metric
    )
