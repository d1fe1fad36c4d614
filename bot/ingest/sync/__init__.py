"""A folder of articles follows a feed.

subscription   a feed that is followed, fetched if it has changed
feed_drafts    the feed -> a draft an entry, of the feed's text or of the entry's page (entry_draft)
planner        the drafts -> a plan: new, corrected, duplicate, edited, refused; pure but for reading the files
apply          the plan -> files
"""
