"""The mathematics of bargaining, by itself: it imports nothing of the game.

preferences, blocks          points over packages, side conditions; issues that links couple
frontier, solutions          the exact Pareto frontier; Nash, Kalai and the largest sum
search, existence            the best package under side conditions; is there any?
belief, steps                what the other side seems to want; concessions and their like

negotiator, bids, exchange   an agent under alternating offers; benchmarks play it
"""
